// The map as a picture that stands alone: SVG with its own colours, on white, for papers and tickets. The picture has the
// rows and columns that are handed in, and says in words what was tried. Nothing is measured, so texts are cut by their
// number of characters.

import { loadWords } from './details.ts';
import type { Column, MapModel, Row } from './map-model.ts';
import { type Mark, marks } from './marks.ts';
import { metadataLines } from './metadata-text.ts';
import { planText } from './plan-texts.ts';

/** What is drawn. */
export interface Picture {
	readonly model: MapModel;
	readonly rows: readonly Row[];
	readonly columns: readonly Column[];
}

/** A picture with its size in pixels. */
export interface Svg {
	readonly text: string;
	readonly width: number;
	readonly height: number;
}

/** Draws the map. */
export function mapSvg(picture: Picture): Svg {
	const lines = headingLines(picture.model);
	const top = margin + lines.length * lineHeight + 8;
	const width = 2 * margin + Math.max(nameWidth + picture.columns.length * columnWidth, legendColumns * legendWidth);
	const bottom = top + headerHeight + picture.rows.length * rowHeight;
	const height = bottom + 24 + Math.ceil(legend.length / legendColumns) * lineHeight + margin;
	const parts = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="12">`,
		`<title>${escapeXml(lines.map(({ text }) => text).join('; '))}</title>`,
		`<rect width="${width}" height="${height}" fill="#ffffff"/>`,
		...lines.map(({ text, isTitle }, nth) =>
			svgText(margin, margin + 12 + nth * lineHeight, text, isTitle ? { size: 15, weight: 'bold' } : {}),
		),
		...picture.columns.map((column, nth) => columnHeader(column, nth, top)),
		...picture.rows.map((row, nth) => rowOfCells(row, top + headerHeight + nth * rowHeight, picture)),
		...legend.map((mark, nth) => legendEntry(mark, nth, bottom + 24)),
		'</svg>',
	];
	return { text: `${parts.join('\n')}\n`, width, height };
}

const margin = 16;
const lineHeight = 18;
const nameWidth = 300;
const columnWidth = 128;
const headerHeight = 108;
const rowHeight = 34;
const legendColumns = 2;
const legendWidth = 400;
const legend: readonly Mark[] = [
	'here',
	'comes',
	'leaves',
	'may-come',
	'free',
	'swap',
	'metadata',
	'conflict',
	'peers',
];

interface HeadingLine {
	readonly text: string;
	readonly isTitle?: boolean;
}

function headingLines(model: MapModel): readonly HeadingLine[] {
	const tried = [...model.effects.values()].filter(({ kind }) => kind === 'tried').map(({ words }) => words);
	const plan = planText(model);
	return [
		{ text: `Placement on ${model.map.name}`, isTitle: true },
		...(plan === undefined ? [] : [{ text: `Tried: ${tried.join('; ')}` }, { text: `Plan: ${plan.summary}` }]),
		...(plan?.items ?? []).map(({ unit, words }) => ({ text: `  ${unit} ${words}` })),
	];
}

function columnHeader(column: Column, nth: number, top: number): string {
	const x = margin + nameWidth + nth * columnWidth + 6;
	const { id, name, machine, metadata } = column;
	const pairs = metadataLines(machine.metadata, mostPairs);
	return [
		`<g><title>${escapeXml(`${id}, ${metadata}`)}</title>`,
		svgText(x, top + 14, name.replace(/ .*/, ''), { weight: 'bold' }),
		...[machine.primaryIP ?? '', ...pairs].map((line, at) => svgText(x, top + 28 + at * 13, cut(line, 21), small)),
		svgText(x, top + headerHeight - 10, cut(loadWords(column), 20), small),
		'</g>',
	].join('');
}

/** Lines of metadata for which there is room. */
const mostPairs = 4;

function rowOfCells(row: Row, y: number, { model, columns }: Picture): string {
	const line = `<path d="M${margin} ${y}H${margin + nameWidth + columns.length * columnWidth}" stroke="#d0d0d0"/>`;
	const cells = columns.map((column, nth) => cellText(row, column, margin + nameWidth + nth * columnWidth, y, model));
	return [
		line,
		svgText(margin, y + 15, cut(row.name, 42), { weight: row.isTemplate ? 'normal' : 'bold' }),
		svgText(margin, y + 28, cut(`${row.condition} · ${row.requirements}`, 52), small),
		...cells,
	].join('');
}

function cellText(row: Row, column: Column, x: number, y: number, model: MapModel): string {
	const { mark, words } = model.cell(row, column);
	return `<g><title>${escapeXml(`${row.name}: ${column.name} ${words}`)}</title>${markBox(mark, x + 4, y + 5)}</g>`;
}

/** A mark in its form: a filled, outlined or dashed box, or none, with sign and word. */
function markBox(mark: Mark, x: number, y: number): string {
	const { box, ink } = looks[mark] ?? { box: undefined, ink: '#6b6b6b' };
	const rect =
		box === undefined ? '' : `<rect x="${x}" y="${y}" width="${columnWidth - 8}" height="24" rx="3" ${box}/>`;
	return `${rect}${svgText(x + 6, y + 16, `${marks[mark].sign} ${marks[mark].word}`, { ink })}`;
}

const looks: Readonly<Partial<Record<Mark, { readonly box?: string; readonly ink: string }>>> = {
	here: { box: 'fill="#1f5fa8"', ink: '#ffffff' },
	comes: { box: 'fill="#e3f4e3" stroke="#1e7a1e" stroke-width="2"', ink: '#14501a' },
	leaves: { box: 'fill="#fdf0e0" stroke="#b35900" stroke-dasharray="4 3"', ink: '#8a4500' },
	'may-come': { box: 'fill="none" stroke="#1e7a1e" stroke-dasharray="2 3"', ink: '#14501a' },
	free: { ink: '#2f5f2f' },
	swap: { ink: '#2f5f2f' },
};

function legendEntry(mark: Mark, nth: number, top: number): string {
	const { sign, word, meaning } = marks[mark];
	const x = margin + (nth % legendColumns) * legendWidth;
	return svgText(x, top + Math.floor(nth / legendColumns) * lineHeight, `${sign} ${word}: ${meaning}`, {
		...small,
		ink: '#444444',
	});
}

interface TextLook {
	readonly size?: number;
	readonly weight?: 'bold' | 'normal';
	readonly ink?: string;
}

const small: TextLook = { size: 10, ink: '#555555' };

function svgText(x: number, y: number, text: string, { size, weight, ink = '#1f1f1f' }: TextLook = {}): string {
	const attributes = [
		`x="${x}" y="${y}" fill="${ink}" xml:space="preserve"`,
		...(size === undefined ? [] : [`font-size="${size}"`]),
		...(weight === 'bold' ? ['font-weight="bold"'] : []),
	];
	return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`;
}

function cut(text: string, most: number): string {
	return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Text inside XML 1.0, where most control characters may not stand at all. */
function escapeXml(text: string): string {
	return text
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '�')
		.replace(/\p{Surrogate}/gu, '�')
		.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
