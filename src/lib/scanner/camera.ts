import type { DecoderClient } from './decoder-client.ts';

/**
 * Why there is no picture: the person or a policy said no; there is no camera; another program holds it (or it broke);
 * the page is not on https or localhost, where browsers offer no camera at all.
 */
export type CameraFailure = 'denied' | 'none' | 'busy' | 'insecure';

type CameraStart =
	{ readonly ok: true; readonly camera: Camera } | { readonly ok: false; readonly reason: CameraFailure };

export interface Camera {
	readonly stream: MediaStream;
	/** Which of the device's cameras gives the picture; '' where the browser does not say. */
	readonly id: string;
	readonly hasLamp: boolean;
	/** Resolves to whether the lamp is as asked for: some go out by themselves when hot. */
	setLamp(on: boolean): Promise<boolean>;
	/** Puts the lamp out and stops reading; may be called twice. */
	stop(): void;
}

interface CameraUse {
	/** Plays the picture; must be in the page for browsers to give frames. */
	readonly video: HTMLVideoElement;
	readonly decoder: DecoderClient;
	/** The camera that was chosen on this device; another one where it is gone. */
	readonly cameraId?: string;
	/** Texts of all codes of one frame, often none: `CodeStream.frame`. */
	readonly onFrame: (texts: readonly string[]) => void;
	/** The camera was unplugged, or the decoder is gone: nothing comes any more. */
	readonly onEnd: () => void;
}

/** The camera that looks away from the person; a frame of this size is decoded in 5–6 ms, a larger one is only slower. */
function constraintsFor(cameraId: string | undefined): MediaStreamConstraints {
	const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
	const which = cameraId ? { deviceId: { ideal: cameraId } } : { facingMode: { ideal: 'environment' } };
	return { audio: false, video: { ...which, ...size } };
}

/** The device's cameras by name; browsers name them only while a camera is allowed. */
export async function listCameras(): Promise<{ id: string; name: string }[]> {
	const devices: MediaDevices | undefined = navigator.mediaDevices;
	const all = await devices?.enumerateDevices().catch(() => []);
	return (all ?? []).flatMap(({ kind, deviceId, label }) =>
		kind === 'videoinput' && deviceId !== '' ? [{ id: deviceId, name: label }] : []
	);
}

/** Asks for the camera and reads its frames until `stop`. */
export async function startCamera(use: CameraUse): Promise<CameraStart> {
	// `mediaDevices` is typed as always there, but insecure pages have none.
	const devices: MediaDevices | undefined = navigator.mediaDevices;
	if (!devices) return { ok: false, reason: 'insecure' };
	let stream: MediaStream;
	try {
		stream = await devices.getUserMedia(constraintsFor(use.cameraId));
	} catch (failure) {
		return { ok: false, reason: cameraFailureOf(failure) };
	}
	use.video.srcObject = stream;
	use.video.muted = true;
	use.video.playsInline = true;
	// A rejection means that the page took the video away meanwhile; then no frames come, and `stop` follows.
	await use.video.play().catch(() => undefined);
	return { ok: true, camera: readFrames(stream, use) };
}

/** What the browser's exception means; https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
export function cameraFailureOf(failure: unknown): CameraFailure {
	const name = failure instanceof Error ? failure.name : '';
	switch (name) {
		case 'NotAllowedError':
			return 'denied';
		case 'NotFoundError':
		case 'OverconstrainedError':
			return 'none';
		case 'SecurityError':
		case 'TypeError':
			return 'insecure';
		default:
			return 'busy';
	}
}

/** A lamp is named in no version of the DOM's types, though telephones have had one for years. */
function lampOf(track: MediaStreamTrack | undefined): Pick<Camera, 'hasLamp' | 'setLamp'> {
	const able: object = track?.getCapabilities?.() ?? {};
	return {
		hasLamp: 'torch' in able && able.torch === true,
		async setLamp(on) {
			const lamp: MediaTrackConstraintSet & { torch: boolean } = { torch: on };
			return (
				(await track?.applyConstraints({ advanced: [lamp] }).then(
					() => true,
					() => false
				)) === true
			);
		}
	};
}

function readFrames(stream: MediaStream, { video, decoder, onFrame, onEnd }: CameraUse): Camera {
	const canvas = new OffscreenCanvas(1, 1);
	const context = canvas.getContext('2d', { willReadFrequently: true });
	const [track] = stream.getVideoTracks();
	let running = true;

	function stop(): void {
		if (!running) return;
		running = false;
		for (const each of stream.getTracks()) each.stop();
		if (video.srcObject === stream) video.srcObject = null;
	}

	function end(): void {
		if (!running) return;
		stop();
		onEnd();
	}

	async function read(): Promise<void> {
		if (!running) return;
		const { videoWidth: width, videoHeight: height } = video;
		if (context && width > 0 && height > 0 && !decoder.busy) {
			// Setting a size clears the canvas and its memory, so only when a turned tablet changes it.
			if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
			context.drawImage(video, 0, 0);
			const { data } = context.getImageData(0, 0, width, height);
			const answer = await decoder.decode({ data: new Uint8ClampedArray(data.buffer), width, height });
			if (!running) return;
			if (answer.ok) onFrame(answer.codes.map((code) => code.text));
			else if (answer.reason === 'closed') return end();
		}
		video.requestVideoFrameCallback(() => void read());
	}

	track?.addEventListener('ended', end);
	video.requestVideoFrameCallback(() => void read());
	return { stream, stop, ...lampOf(track), id: track?.getSettings?.().deviceId ?? '' };
}
