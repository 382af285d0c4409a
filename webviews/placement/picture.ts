// Pictures of the map: the SVG text as it is, or painted on a canvas for a PNG.

import type { Svg } from '../../client/src/placement/svg.ts';

/** Why a picture could not be made, for the user. */
export class PictureFault extends Error {
	override readonly name = 'PictureFault';
}

/** Pixels that browsers paint along one side, and on the whole. */
const largest = { side: 16_000, area: 200_000_000 };

/** A PNG in base64, at twice the size where that can be painted. Throws a `PictureFault`. */
export async function pngOf({ text, width, height }: Svg): Promise<string> {
	const scale = Math.min(2, largest.side / Math.max(width, height), Math.sqrt(largest.area / (width * height)));
	if (scale < 0.4) {
		throw new PictureFault(
			`the picture of ${width} × ${height} pixels is too large for a PNG; filter units or machines, or save it as SVG`,
		);
	}
	const canvas = document.createElement('canvas');
	canvas.width = Math.floor(width * scale);
	canvas.height = Math.floor(height * scale);
	const context = canvas.getContext('2d');
	if (context === null) throw new PictureFault('this editor cannot paint; save the picture as SVG');
	context.drawImage(await imageOf(text), 0, 0, canvas.width, canvas.height);
	return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	return image;
}
