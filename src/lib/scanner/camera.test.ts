import { afterEach, describe, expect, it, vi } from 'vitest';
import { cameraFailureOf, listCameras, startCamera } from './camera.ts';
import type { FrameAnswer } from './decoder-client.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser with a camera whose frames come when the test says so. */
function browser(answer: FrameAnswer) {
	const track = Object.assign(new EventTarget(), { live: true, stop: () => (track.live = false) });
	const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
	const callbacks: (() => void)[] = [];
	const video = {
		srcObject: null as unknown,
		videoWidth: 4,
		videoHeight: 2,
		play: async () => undefined,
		requestVideoFrameCallback: (then: () => void) => void callbacks.push(then)
	};
	const context = {
		drawImage: () => undefined,
		getImageData: (_x: number, _y: number, width: number, height: number) => ({
			data: new Uint8ClampedArray(width * height * 4)
		})
	};
	vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => stream } });
	vi.stubGlobal(
		'OffscreenCanvas',
		class {
			width = 1;
			height = 1;
			getContext = () => context;
		}
	);
	const frames: (readonly string[])[] = [];
	const sizes: number[][] = [];
	let ended = 0;
	const decoder = {
		engine: Promise.resolve('wasm' as const),
		busy: false,
		async decode({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }) {
			sizes.push([width, height, data.length]);
			return answer;
		},
		close: () => undefined
	};
	const use = {
		video: video as unknown as HTMLVideoElement,
		decoder,
		onFrame: (texts: readonly string[]) => void frames.push(texts),
		onEnd: () => void ended++
	};
	/** Lets one frame come and all that follows from it. */
	async function frame(): Promise<void> {
		callbacks.shift()?.();
		await new Promise((done) => setImmediate(done));
	}
	return { use, frames, sizes, track, video, frame, waiting: () => callbacks.length, ended: () => ended };
}

const codes = [{ format: 'qr', text: 'x' }] as const;

describe('the camera', () => {
	it('X19 gives the texts of each frame, empty ones too', async () => {
		const { use, frames, sizes, frame } = browser({ ok: true, codes, engine: 'wasm' });
		await startCamera(use);
		await frame();
		await frame();
		expect(frames).toEqual([['x'], ['x']]);
		expect(sizes[0]).toEqual([4, 2, 32]);
	});

	it('X19 passes over frames while one is with the decoder, and goes on', async () => {
		const { use, sizes, frame, waiting } = browser({ ok: true, codes, engine: 'wasm' });
		await startCamera(use);
		use.decoder.busy = true;
		await frame();
		expect([sizes.length, waiting()]).toEqual([0, 1]);
	});

	it('X19 lets go of the device when stopped, and tells nothing more', async () => {
		const { use, frames, track, video, frame, ended } = browser({ ok: true, codes, engine: 'wasm' });
		const started = await startCamera(use);
		if (!started.ok) throw new Error(started.reason);
		started.camera.stop();
		started.camera.stop();
		await frame();
		expect([track.live, video.srcObject, frames, ended()]).toEqual([false, null, [], 0]);
	});

	it('X19 tells nothing of a frame that was with the decoder when it was stopped', async () => {
		const { use, frames, frame } = browser({ ok: true, codes, engine: 'wasm' });
		const started = await startCamera(use);
		if (!started.ok) throw new Error(started.reason);
		const coming = frame();
		started.camera.stop();
		await coming;
		expect(frames).toEqual([]);
	});

	it('X19 says so when it is unplugged', async () => {
		const { use, track, ended } = browser({ ok: true, codes, engine: 'wasm' });
		await startCamera(use);
		track.dispatchEvent(new Event('ended'));
		expect([ended(), track.live]).toEqual([1, false]);
	});

	it('X19 goes on after a frame that could not be read, and ends when the decoder is gone', async () => {
		const failing = browser({ ok: false, reason: 'failed' });
		await startCamera(failing.use);
		await failing.frame();
		expect([failing.waiting(), failing.ended()]).toEqual([1, 0]);
		const gone = browser({ ok: false, reason: 'closed' });
		await startCamera(gone.use);
		await gone.frame();
		expect([gone.waiting(), gone.ended(), gone.track.live]).toEqual([0, 1, false]);
	});

	it('X38 asks for the camera that was chosen on this device, else for the one that looks away', async () => {
		const { use } = browser({ ok: true, codes, engine: 'wasm' });
		const asked: MediaStreamConstraints[] = [];
		const { getUserMedia } = navigator.mediaDevices;
		vi.stubGlobal('navigator', {
			mediaDevices: { getUserMedia: (what: MediaStreamConstraints) => (asked.push(what), getUserMedia(what)) }
		});
		await startCamera(use);
		await startCamera({ ...use, cameraId: 'desk' });
		expect(asked.map(({ video }) => video)).toMatchObject([
			{ facingMode: { ideal: 'environment' } },
			{ deviceId: { ideal: 'desk' } }
		]);
	});

	it('X38 lists the cameras that have a name to be chosen by, and none where there are none', async () => {
		const devices = [
			{ kind: 'videoinput', deviceId: 'desk', label: 'USB camera' },
			{ kind: 'audioinput', deviceId: 'mic', label: 'Microphone' },
			{ kind: 'videoinput', deviceId: '', label: '' }
		];
		vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices: async () => devices } });
		expect(await listCameras()).toEqual([{ id: 'desk', name: 'USB camera' }]);
		vi.stubGlobal('navigator', {});
		expect(await listCameras()).toEqual([]);
	});

	it('X38 switches the lamp where there is one', async () => {
		const { use, track } = browser({ ok: true, codes, engine: 'wasm' });
		const lit: unknown[] = [];
		Object.assign(track, {
			getCapabilities: () => ({ torch: true }),
			getSettings: () => ({ deviceId: 'back' }),
			applyConstraints: async (what: unknown) => void lit.push(what)
		});
		const started = await startCamera(use);
		if (!started.ok) throw new Error(started.reason);
		expect([started.camera.hasLamp, started.camera.id, await started.camera.setLamp(true)]).toEqual([
			true,
			'back',
			true
		]);
		expect(lit).toEqual([{ advanced: [{ torch: true }] }]);
		Object.assign(track, { applyConstraints: () => Promise.reject(new Error('hot')) });
		expect(await started.camera.setLamp(true)).toBe(false);
		const without = browser({ ok: true, codes, engine: 'wasm' });
		const plain = await startCamera(without.use);
		expect(plain.ok && plain.camera.hasLamp).toBe(false);
	});

	it('X17 is told as insecure where the page has no cameras to ask for', async () => {
		const { use } = browser({ ok: true, codes, engine: 'wasm' });
		vi.stubGlobal('navigator', {});
		expect(await startCamera(use)).toEqual({ ok: false, reason: 'insecure' });
	});

	it('X17 is told as denied when the person says no', async () => {
		const { use } = browser({ ok: true, codes, engine: 'wasm' });
		const getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
		vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
		expect(await startCamera(use)).toEqual({ ok: false, reason: 'denied' });
	});

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
