// The unit that completion and hover are asked about: of an ordinary size, with an empty line to write a key in.

import path from 'node:path';
import type { LspClient } from './lsp-client.ts';
import { type OpenDocument, openDocument, type Place } from './open-document.ts';

const typicalUnit = `[Unit]
Description=Thumbnails for the shop
Documentation=https://wiki.example.com/thumbnails
After=network-online.target
Wants=network-online.target

[Service]
Type=notify
ExecStartPre=/usr/bin/mkdir -p /srv/thumbnails
ExecStart=/usr/bin/thumbnailer \\
  --listen 127.0.0.1:8080 \\
  --store /srv/thumbnails
Restart=on-failure
RestartSec=5s
User=www-data

ProtectSystem=strict

[Install]
WantedBy=multi-user.target
`;

/** Places in the unit. */
export const carets = {
	key: placeOf('User=www-data\n', 'User=www-data\n'.length),
	value: placeOf('Restart=', 'Restart='.length),
	hover: placeOf('RestartSec', 3),
} as const;

/** Opens the unit in a folder where no file need be. */
export async function openTypicalUnit(client: LspClient, folder: string): Promise<OpenDocument> {
	const { document } = await openDocument(client, 'pull', path.join(folder, 'thumbnailer.service'), typicalUnit);
	return document;
}

function placeOf(part: string, offset: number): Place {
	const before = typicalUnit.slice(0, typicalUnit.indexOf(part) + offset).split('\n');
	return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
