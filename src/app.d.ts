import type { Device } from '#lib/server/devices/find-device.ts';
import type { Session } from '#lib/server/people/sessions.ts';
import type { Database } from '#lib/server/store/database.ts';

declare global {
	interface Window {
		/** The key-downs that came before the program listened; asked once. Made by `static/early-keys.js`. */
		earlyKeys?: () => KeyboardEvent[];
	}

	namespace App {
		interface Locals {
			db: Database;
			/** Who is signed in at the browser that asks. */
			session: Session | undefined;
			/** Which device asks, by its token; the people are in the facts that it sends. */
			device: Device | undefined;
			/** What an endpoint threw, as its answer. */
			failure?: Response;
		}
	}
}
