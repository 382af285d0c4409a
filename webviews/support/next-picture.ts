// Work that changes what is seen, done once with the next picture however often it is asked for.

/** A way to ask for the work. */
export function withNextPicture(work: () => void): () => void {
	let isDue = false;
	return () => {
		if (isDue) return;
		isDue = true;
		requestAnimationFrame(() => {
			isDue = false;
			work();
		});
	};
}
