// What there is to say about a value beyond what its kind says: what completion would have said beside the word, a
// device with what follows it, an address with its port.

import type { ValueKind } from '../catalogue/value-kinds.ts';
import { touches } from '../syntax/span.ts';
import { groupDigits } from '../values/group-digits.ts';
import { valueKinds } from '../values/kinds.ts';
import { readPermyriad } from '../values/percent.ts';
import { readSize } from '../values/size.ts';
import type { ValueContext, ValueNote } from '../values/value-kind.ts';
import { shapeItems } from './value-shapes.ts';

/** A note about a value, or its word at an index; from its kind where that has one. */
export function noteOf(value: string, index: number, context: ValueContext): ValueNote | undefined {
	const kind = context.directive.value;
	const own = valueKinds[kind].describe(value, index, context);
	if (own !== undefined && touches(own.span, index)) return own;
	return notes[kind]?.(value, index, context) ?? offeredNote(value, index, context);
}

type Note = (value: string, index: number, context: ValueContext) => ValueNote | undefined;

const notes: Readonly<Partial<Record<ValueKind, Note>>> = {
	'count-or-percent-or-infinity': shareOf('the most tasks that the system may have'),
	'device-allow': rightsNote,
	'device-bandwidth': rateNote,
	'size-or-percent': shareOf('the disk'),
	'size-or-percent-or-infinity': shareOf('the memory of the machine'),
	'socket-address': addressNote,
};

function shareOf(whole: string): Note {
	return (value, _index, { release }) => {
		return readPermyriad(value, release) === undefined ? undefined : noteAt(0, value, `${value} of ${whole}`);
	};
}

const rights: Readonly<Record<string, string>> = { r: 'read', w: 'write', m: 'make nodes' };

function rightsNote(value: string): ValueNote | undefined {
	const [, before = '', letters = ''] = /^(\S+\s+)([rwm]+)$/.exec(value) ?? [];
	if (letters === '') return undefined;
	return noteAt(before.length, letters, Array.from(letters, (letter) => rights[letter]).join(', '));
}

function rateNote(value: string, _index: number, { directive }: ValueContext): ValueNote | undefined {
	const [, before = '', rate = ''] = /^(\S+\s+)(\S+)$/.exec(value) ?? [];
	const number = readSize(rate, 1000);
	if (typeof number !== 'number') return undefined;
	const what = directive.key.includes('IOPS') ? 'operations' : 'bytes';
	return noteAt(before.length, rate, `${groupDigits(number)} ${what} a second`);
}

function addressNote(value: string): ValueNote | undefined {
	const [, ipv6, ipv4, port] = /^(?:\[([\da-fA-F:.]+)\]|([\d.]+)):(\d+)$/.exec(value) ?? [];
	const address = ipv6 ?? ipv4;
	return address === undefined ? undefined : noteAt(0, value, `port ${port} on ${address}`);
}

/** What completion would say beside the word. */
function offeredNote(value: string, index: number, context: ValueContext): ValueNote | undefined {
	const offered = [
		...valueKinds[context.directive.value].complete(value, index, context),
		...shapeItems(value, index, context),
	];
	const found = offered.find(({ label, detail, replace }) => {
		return detail !== '' && label === value.slice(replace.start, replace.end);
	});
	return found && { span: found.replace, text: found.detail };
}

function noteAt(start: number, part: string, text: string): ValueNote {
	return { span: { start, end: start + part.length }, text };
}
