/** A sentence that is made where it is shown: the reader may choose the other language while it is on the screen. */
export type Sentence = () => string;
