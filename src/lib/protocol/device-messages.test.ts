import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DeviceRequestSchema } from './device-messages.ts';

describe('the place of a device', () => {
	it('N320 is never that of a body’s own system: nobody enrols a browser of which no session is asked', () => {
		const asking = (kind: string) => ({ journal: 'j', place: { org: 'body-15', kind } });
		expect(v.is(DeviceRequestSchema, asking('body'))).toBe(true);
		expect(v.is(DeviceRequestSchema, asking('exchange'))).toBe(false);
	});
});
