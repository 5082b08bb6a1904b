import { type Answer } from '#lib/device/live/server-calls.ts';

/** What came of a question to the server. The last answer stays while it is asked again and while the line is away. */
export type ToldByServer<T> = {
	value: T | null;
	asking: boolean;
	/** Why there is no newer answer: no line, a person that the server does not know or who may not ask, or its own trouble. */
	trouble: null | 'offline' | 'signIn' | 'notAllowed' | 'failed';
};

export const nothingTold = <T>(): ToldByServer<T> => ({ value: null, asking: false, trouble: null });

/** What is known after an answer. */
export function afterAnswer<T>({ value }: ToldByServer<T>, answer: Answer<T>): ToldByServer<T> {
	if (answer.ok) return { value: answer.value, asking: false, trouble: null };
	return { value, asking: false, trouble: answer.offline ? 'offline' : troubleOf(answer.problem.code) };
}

function troubleOf(code: string): ToldByServer<unknown>['trouble'] {
	if (code === 'notSignedIn') return 'signIn';
	return code === 'notAllowed' ? 'notAllowed' : 'failed';
}
