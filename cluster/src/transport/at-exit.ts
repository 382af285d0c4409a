// What is still to be done when our process ends in the middle of things, so that no program and no file stays behind.
// A process that is killed does not come here; see ssh/abandoned.ts.

const callbacks = new Set<() => void>();

/** Calls back when the process ends. Must not wait for anything. Returns the way to end that. */
export function atExit(callback: () => void): () => void {
	if (callbacks.size === 0) process.on('exit', callAll);
	callbacks.add(callback);
	return () => {
		callbacks.delete(callback);
		if (callbacks.size === 0) process.off('exit', callAll);
	};
}

function callAll(): void {
	for (const callback of callbacks) callback();
}
