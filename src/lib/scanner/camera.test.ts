import { describe, expect, it } from 'vitest';
import { cameraFailureOf } from './camera';

describe('the camera', () => {
	it.each([
		{ name: 'NotAllowedError', reason: 'denied' },
		{ name: 'NotFoundError', reason: 'none' },
		{ name: 'OverconstrainedError', reason: 'none' },
		{ name: 'NotReadableError', reason: 'busy' },
		{ name: 'AbortError', reason: 'busy' },
		{ name: 'SecurityError', reason: 'insecure' }
	])('X17 is told as $reason at $name', ({ name, reason }) => {
		expect(cameraFailureOf(new DOMException('', name))).toBe(reason);
	});
});
