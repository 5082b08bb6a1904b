import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Scan, codeStream } from './code-stream.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const OTHER = makePaperNumber(1, 700, 428, 271);
const QR = `TRZ1:${NUMBER}:3:07`;

function listening(options?: Parameters<typeof codeStream>[1]) {
	const scans: Scan[] = [];
	return {
		scans,
		texts: () => scans.map((scan) => scan.text),
		stream: codeStream((scan) => scans.push(scan), options)
	};
}

describe('the stream of codes', () => {
	it('X5 tells a code at its second frame, once', () => {
		const { stream, scans } = listening();
		stream.frame([NUMBER], 0);
		expect(scans).toEqual([]);
		for (const at of [40, 80, 120]) stream.frame([NUMBER], at);
		expect(scans).toEqual([{ text: NUMBER, source: 'camera', at: 40 }]);
	});

	it('X5 does not tell codes that two frames read differently', () => {
		const { stream, scans } = listening();
		for (const [at, text] of [NUMBER, OTHER, NUMBER, OTHER].entries()) stream.frame([text], at);
		expect(scans).toEqual([]);
	});

	it('X5 counts frames in a row only: an empty frame between two breaks it', () => {
		const { stream, scans } = listening();
		for (const [at, texts] of [[NUMBER], [], [NUMBER]].entries()) stream.frame(texts, at);
		expect(scans).toEqual([]);
	});

	it('X5 takes another count of frames where so set', () => {
		const { stream, scans } = listening({ equalFrames: 3, awayMs: 1500 });
		for (const at of [0, 1, 2]) stream.frame([NUMBER], at);
		expect(scans).toEqual([{ text: NUMBER, source: 'camera', at: 2 }]);
	});

	it('X6 is silent about a paper that stays, however long, and about one lost for a moment', () => {
		const { stream, texts } = listening();
		for (let at = 0; at <= 10_000; at += 100) stream.frame([NUMBER], at);
		stream.frame([], 10_100);
		for (const at of [11_499, 11_540]) stream.frame([NUMBER], at);
		expect(texts()).toEqual([NUMBER]);
	});

	it('X6 tells a paper again that was away for 1.5 s', () => {
		const { stream, scans } = listening();
		for (const at of [0, 40]) stream.frame([NUMBER], at);
		stream.frame([], 80);
		for (const at of [1540, 1580]) stream.frame([NUMBER], at);
		expect(scans.map((scan) => scan.at)).toEqual([40, 1580]);
	});

	it('X6 tells a second paper while the first still lies in view', () => {
		const { stream, texts } = listening();
		for (const at of [0, 40]) stream.frame([NUMBER], at);
		for (const at of [80, 120]) stream.frame([NUMBER, OTHER], at);
		expect(texts()).toEqual([NUMBER, OTHER]);
	});

	it('X7 tells the bars and the QR of one paper once, with what the QR adds', () => {
		const { stream, texts } = listening();
		stream.frame([NUMBER, QR], 0);
		stream.frame([NUMBER], 40);
		stream.frame([QR], 80);
		expect(texts()).toEqual([QR]);
	});

	it('X8 joins the three sources in the order of reading', () => {
		const { stream, scans } = listening();
		stream.typed(OTHER, 1);
		for (const at of [2, 3]) stream.frame([QR], at);
		stream.wedge(OTHER, 4);
		expect(scans).toEqual([
			{ text: OTHER, source: 'typed', at: 1 },
			{ text: QR, source: 'camera', at: 3 },
			{ text: OTHER, source: 'wedge', at: 4 }
		]);
	});

	it('X8 does not tell by camera the paper that the wedge just read', () => {
		const { stream, texts } = listening();
		stream.wedge(NUMBER, 0);
		for (const at of [40, 80, 120]) stream.frame([NUMBER, QR], at);
		expect(texts()).toEqual([NUMBER]);
	});

	it('X8 tells each trigger of the wedge, so that a repeat is told as one', () => {
		const { stream, texts } = listening();
		for (const at of [0, 500]) stream.wedge(NUMBER, at);
		expect(texts()).toEqual([NUMBER, NUMBER]);
	});
});
