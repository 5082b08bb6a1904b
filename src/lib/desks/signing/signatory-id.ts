/** The choice of the hand; a page that asks for it moves the focus there. */
export const SIGNATORY_ID = 'signatory';
