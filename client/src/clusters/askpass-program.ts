// The program that ssh starts to ask the user something: hands the question to the editor, prints the answer. Without an
// answer it fails, which ssh takes for a refusal.

import { connect } from 'node:net';
import { socketVariable } from './askpass.ts';

const socket = connect(process.env[socketVariable] ?? '');
socket.end(process.argv.slice(2).join(' '));
socket.on('error', () => {
	process.exitCode = 1;
});

let said = '';
socket.setEncoding('utf8');
socket.on('data', (chunk) => {
	said += String(chunk);
});
socket.on('end', () => {
	process.stdout.write(said);
	process.exitCode = said === '' ? 1 : 0;
});
