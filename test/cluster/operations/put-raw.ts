// A bare PUT to fleet's API over a unix socket, for what the library itself would never send.

import { request } from 'node:http';

/** Sends the body as a unit of that name. Fails unless fleet takes it. */
export function putRaw(endpoint: string, name: string, body: string): Promise<void> {
	const socketPath = endpoint.replace(/^unix:\/\//, '');
	const path = `/fleet/v1/units/${encodeURIComponent(name)}`;
	return new Promise((resolve, reject) => {
		const sent = request(
			{ socketPath, path, method: 'PUT', headers: { 'content-type': 'application/json' } },
			(answer) => {
				answer.resume();
				if ((answer.statusCode ?? 500) < 300) resolve();
				else reject(new Error(`status ${answer.statusCode}`));
			},
		);
		sent.on('error', reject);
		sent.end(body);
	});
}
