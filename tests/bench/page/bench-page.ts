import { appendTimes } from './append-times.ts';
import { assignQueue } from './assign-queue.ts';
import { fillQueue } from './fill-queue.ts';
import { fillStore } from './fill-store.ts';
import { enrol, openJournal, startAfresh } from './open-store.ts';
import { receiptTimes } from './receipt-times.ts';
import { cursor, forgetAcknowledged, queueFacts, runLoop } from './run-loop.ts';

const setDeviceNumber = async (number: number): Promise<void> => (await openJournal()).setDeviceNumber(number);
const journalId = async (): Promise<string> => (await (await openJournal()).state()).head.journal;

export const bench = {
	appendTimes,
	fillStore,
	fillQueue,
	assignQueue,
	enrol,
	startAfresh,
	receiptTimes,
	cursor,
	forgetAcknowledged,
	queueFacts,
	runLoop,
	setDeviceNumber,
	journalId
};
export type Bench = typeof bench;

Object.assign(window, { bench });
