import { appendTimes } from './append-times';
import { assignQueue } from './assign-queue';
import { fillQueue } from './fill-queue';
import { fillStore } from './fill-store';
import { enrol, openJournal, startAfresh } from './open-store';
import { receiptTimes } from './receipt-times';
import { cursor, forgetAcknowledged, queueFacts, runLoop } from './run-loop';

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
