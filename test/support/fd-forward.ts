// A stand-in for `fleetctl fd-forward SOCKET`, as a host has it on its PATH: it joins its input and output to a socket,
// ends as soon as one side does, and ends with 0 even when it cannot open the socket, as fleet v1.0.0 does.

/** The text of the program. */
export const fleetctl: string = `#!/usr/bin/env node
const [command, socket] = process.argv.slice(2);
if (command !== 'fd-forward') process.exit(2);
const connection = require('node:net').connect(socket);
connection.on('error', (error) => {
	console.error('Failed dialing remote address: ' + error.message);
	process.exit(0);
});
connection.once('connect', () => {
	process.stdin.pipe(connection);
	process.stdin.once('end', () => process.exit(0));
	connection.pipe(process.stdout);
	connection.once('end', () => process.stdout.end(() => process.exit(0)));
});
`;
