import Dexie from 'dexie';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type Place } from '#lib/protocol/device-messages.ts';
import { type Journal, openDeviceJournal, STORE_NAME } from '#lib/journal/open-device-journal.ts';
import { keyProof } from '#lib/sync/key-proof.ts';
import { contextCall, enrolCall, signInCall } from '#lib/device/live/server-calls.ts';

let opened: Journal | undefined;

/** The store of this browser, as the program itself opens it. */
export async function openJournal(): Promise<Journal> {
	opened ??= await openDeviceJournal();
	return opened;
}

/** Another store from here on: the one before is thrown away. */
export async function startAfresh(): Promise<void> {
	opened?.close();
	opened = undefined;
	await Dexie.delete(STORE_NAME);
}

/** Gives this store a device number and a token, by the same calls as the first sign-in. */
export async function enrol(
	sign: { number: string; password: string },
	at: Omit<Place, 'org'> & { org: string }
): Promise<{ person: string }> {
	const place = { ...at, org: at.org as OrgId };
	const journal = await openJournal();
	const { head } = await journal.state();
	const session = await signInCall(sign);
	const proof = await keyProof(journal, head.journal, crypto.subtle);
	const device = await enrolCall({ journal: head.journal, place, ...(proof ? { proof } : {}) });
	const context = await contextCall();
	if (!session.ok || !device.ok || !context.ok) throw new Error('The device could not be enrolled');
	await journal.keep('enrolment', { token: device.value.token, place });
	await journal.keep('context', context.value);
	await journal.setDeviceNumber(device.value.number);
	// A screen that is opened next finds this person at work.
	localStorage.setItem('tereze:seat', session.value.person.id);
	return { person: session.value.person.id };
}
