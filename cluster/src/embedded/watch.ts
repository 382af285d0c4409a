// When engine and agents look: at every tick of their own, and agents also when a watched key is written, after which
// they are blind for a second. What is written then waits for the next tick. That is why times of fleet vary so.

/** What one of them knows of time. */
export interface Watch {
	/** Where its ticks lie, a number from 0 to 1, so that not all tick together. */
	readonly phase: number;
	/** Until then, events go unseen. */
	readonly blindUntil: number;
}

/** A watch that has not looked yet. Its phase comes from its name, so that it is always the same. */
export function freshWatch(name: string): Watch {
	return { phase: phaseOf(name), blindUntil: 0 };
}

/** The watch after a look. */
export function looked(watch: Watch, now: number): Watch {
	return { ...watch, blindUntil: now + blindness };
}

/** When it looks next, if there is something to see. `eventAt` is when a watched key was last written. */
export function nextLook({ phase, blindUntil }: Watch, interval: number, eventAt: number, now: number): number {
	const tick = nextTick(phase, interval, now);
	return eventAt >= blindUntil && eventAt + latency > now ? Math.min(tick, eventAt + latency) : tick;
}

/** The first tick after a moment. */
export function nextTick(phase: number, interval: number, now: number): number {
	const offset = Math.floor(phase * interval);
	return (Math.floor((now - offset) / interval) + 1) * interval + offset;
}

/** A number from 0 to 1 made of a name (FNV-1a). */
export function phaseOf(name: string): number {
	const hash = Array.from(name).reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193), 0x811c9dc5);
	return (hash >>> 0) / 2 ** 32;
}

const blindness = 1000;
/** From a write to the look that it causes. */
const latency = 30;
