/** What a tab knows of the device's number and token, and what is kept on the device by now. */
type EnrolmentKnown = {
	/** In the journal's store; null after a fork: the copy may be giving out numbers from the old one. */
	keptNumber: number | null;
	keptToken: string;
	/** In this tab. */
	token: string | null;
	/** The server did not know this tab's token at the last sync. */
	refused: boolean;
};

/**
 * Whether the server must be asked for a number and a token again. `take`: another tab has got what is kept, this one only reads it.
 * The place of the device is known, so nobody has to be asked anything.
 */
export function enrolmentNeed({ keptNumber, keptToken, token, refused }: EnrolmentKnown): 'nothing' | 'take' | 'ask' {
	if (keptNumber === null) return 'ask';
	if (keptToken !== token) return 'take';
	return refused ? 'ask' : 'nothing';
}
