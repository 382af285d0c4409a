// The order of elements in their parent, which is the order in which they are read out, wherever they stand on the screen.

/** Puts elements into a parent in that order. What is in place already is not moved, so that it keeps the focus. */
export function putInOrder(parent: HTMLElement, elements: readonly HTMLElement[]): void {
	let next = parent.firstElementChild;
	for (const element of elements) {
		if (element === next) next = element.nextElementSibling;
		else parent.insertBefore(element, next);
	}
}
