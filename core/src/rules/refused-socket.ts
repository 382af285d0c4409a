// Sockets that listen to what goes not with the rest of the unit.

import { defineRule, type RuleContext } from './rule.ts';
import { addedSettings, isOn, settingOf, whereToTell } from './support/counting-settings.ts';
import { listenKeys } from './support/trigger-keys.ts';
import { type UnitSetting, type WholeUnit, wholeUnitOf } from './support/whole-unit.ts';

/** A socket unit whose `Listen…=` lines are too many, too few or of the wrong sort for another setting. */
export const refusedSocket = defineRule({
	id: 'refused-socket',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	summary: 'A socket that listens to what its other settings cannot go with',
	why: 'With `Accept=yes`, systemd takes each connection and starts a service for it; only streams and sequential packets have connections. `Symlinks=` makes names for the one path of the socket; without a path, or with two, systemd does not know which. It refuses such units.',
	reference: 'systemd.socket(5)',
	examples: [
		{
			file: 'log.socket',
			bad: `
[Socket]
ListenDatagram=514
^^^^^^^^^^^^^^ \`ListenDatagram=\` has no connections for \`Accept=yes\`, and systemd refuses the unit; put it into a unit of its own
Accept=yes
`,
		},
		{
			file: 'web.socket',
			bad: `
[Socket]
ListenStream=80
Symlinks=/run/web
         ^^^^^^^^ \`Symlinks=\` needs one path to link to, this socket has none, and systemd refuses the unit; remove the line
`,
		},
		{
			file: 'web.socket',
			good: `
[Socket]
ListenStream=80
ListenStream=/run/web.sock
Symlinks=/run/web
`,
		},
	],
	check(unit, context) {
		const whole = wholeUnitOf('socket', unit, context);
		if (whole === undefined) return;
		if (isOn(whole, 'Accept')) reportUnaccepted(whole, context);
		else if (context.release >= limitSince) reportLimit(whole, context);
		reportSymlinks(whole, context);
	},
});

/** First release that refuses `MaxConnections=0` without `Accept=yes`, too. */
const limitSince = 258;

const connecting = new Set(['ListenStream', 'ListenSequentialPacket']);

function reportUnaccepted(whole: WholeUnit, { report }: RuleContext): void {
	const wrong = addedSettings(whole, listenKeys).filter(({ directive }) => !connecting.has(directive.key));
	const place = whereToTell(whole, [...wrong, settingOf(whole, 'Accept')]);
	const [first] = wrong;
	if (first === undefined || place === undefined) return;
	const what = `\`${first.directive.key}=\` has no connections for \`Accept=yes\`, and systemd refuses the unit`;
	report(place.entry.key.span, `${what}; put it into a unit of its own`);
}

function reportLimit(whole: WholeUnit, { report }: RuleContext): void {
	const limit = settingOf(whole, 'MaxConnections');
	if (!limit?.here || Number(limit.entry.value.text) !== 0) return;
	report(limit.entry.value.span, 'systemd refuses a socket with no connection at all; remove the line');
}

function reportSymlinks(whole: WholeUnit, { report }: RuleContext): void {
	const links = addedSettings(whole, symlinks);
	const paths = addedSettings(whole, listenKeys).filter((setting) => hasPath(setting));
	const place = whereToTell(whole, [links.at(-1), ...paths]);
	if (links.length === 0 || paths.length === 1 || place === undefined) return;
	const has = paths.length === 0 ? 'none' : String(paths.length);
	report(
		place.entry.value.span,
		`\`Symlinks=\` needs one path to link to, this socket has ${has}, and systemd refuses the unit; ${paths.length === 0 ? 'remove the line' : 'leave one path'}`,
	);
}

const symlinks = new Set(['Symlinks']);

/** Sockets and FIFOs in the file system count; other nodes do not. */
function hasPath({ directive: { key }, entry }: UnitSetting): boolean {
	if (key === 'ListenFIFO') return true;
	return /^(?:ListenStream|ListenDatagram|ListenSequentialPacket)$/.test(key) && /^[/%]/.test(entry.value.text);
}
