import { describe, expect, it } from 'vitest';
import { aStory, BODY } from '../../../../tests/support/a-story.ts';
import { handedOutBefore } from './handed-out-before.ts';

const namer = {
	staff: (id: string) => id,
	place: ({ org, window }: { org: string; window?: string | undefined }) => [org, window].filter(Boolean).join(' · ')
};

describe('a result that was handed out before', () => {
	it('U87 is told with when, where and by whom: at a window, or at the body, which has none', () => {
		const atBody = aStory();
		const entry = atBody.recorded(atBody.signed(atBody.drafted(atBody.assigned(atBody.accepted()))));
		expect(handedOutBefore(atBody.fold(), namer)).toBeNull();
		atBody.handedOut([entry], { org: BODY, actor: 'clerk' });
		const told = handedOutBefore(atBody.fold(), namer);
		expect(told).toMatchObject({ place: BODY, person: 'clerk' });
		expect(told?.at).toBe(atBody.facts.at(-1)?.at);
		const atWindow = aStory();
		atWindow.handedOut([atWindow.accepted()], { window: '2', actor: 'inspector' });
		expect(handedOutBefore(atWindow.fold(), namer)).toMatchObject({ place: 'center-04 · 2', person: 'inspector' });
	});

	it('U87 an annulled hand-out was none', () => {
		const story = aStory();
		const accepted = story.accepted();
		const given = story.handedOut([accepted]);
		const { story: told } = story.fold();
		const dead = { why: 'annulled' as const, by: given };
		expect(handedOutBefore({ story: told.map((one) => ({ ...one, dead })) }, namer)).toBeNull();
	});
});
