// One panel for each thing that is shown.
import { expect, test, vi } from 'vitest';
import { createKeyedPanels, type KeyedPanel } from '../../../client/src/panels/keyed-panels.ts';

test('a panel that is open comes to the front, and no second one is opened', () => {
	const panels = createKeyedPanels();
	const panel = fakePanel();
	const open = vi.fn(() => panel);
	panels.show('practice', open);
	expect(panel.reveal).not.toHaveBeenCalled();
	panels.show('practice', open);
	expect(panel.reveal).toHaveBeenCalledOnce();
	expect(open).toHaveBeenCalledOnce();
});

test('a panel that was closed is opened anew', () => {
	const panels = createKeyedPanels();
	const open = vi.fn(fakePanel);
	panels.show('practice', open);
	open.mock.results[0]?.value.dispose();
	panels.show('practice', open);
	expect(open).toHaveBeenCalledTimes(2);
});

test('each thing has its own panel, and all of them are closed together', () => {
	const panels = createKeyedPanels();
	const [one, other] = [fakePanel(), fakePanel()];
	panels.show('one', () => one);
	panels.show('other', () => other);
	panels.dispose();
	expect(one.dispose).toHaveBeenCalledOnce();
	expect(other.dispose).toHaveBeenCalledOnce();
});

function fakePanel() {
	const listeners: (() => void)[] = [];
	return {
		reveal: vi.fn<KeyedPanel['reveal']>(),
		onDidDispose(listener: () => void) {
			listeners.push(listener);
			return { dispose: () => {} };
		},
		dispose: vi.fn(() => {
			for (const listener of listeners) listener();
		}),
	};
}
