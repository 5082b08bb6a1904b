/// <reference lib="webworker" />
import { createKeyHolder } from './key-holder.ts';
import { answerOf, type KeyQuestion } from './key-messages.ts';

// Shared by all tabs of the browser, so that a reload or a second tab asks for the PIN and not for the badge. Nothing of it lies on a disk.
const holder = createKeyHolder(Date.now);
const scope = self as unknown as SharedWorkerGlobalScope;

scope.onconnect = ({ ports: [port] }) => {
	if (!port) return;
	port.onmessage = ({ data }: MessageEvent<KeyQuestion>) =>
		void answerOf(holder, data).then((said) => port.postMessage(said));
	// That it is there: no question has this number.
	port.postMessage({ id: 0, answer: null });
};
