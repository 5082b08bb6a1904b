/**
 * The answer to a HEAD request: that to a GET without its body (RFC 9110, 9.3.2). Node sends no header before a body begins or ends,
 * so a stream that has no end would keep whoever asks waiting for ever; cancelled, it also gives back its share.
 */
export function withoutBody({ method }: Pick<Request, 'method'>, response: Response): Response {
	if (method !== 'HEAD' || response.body === null) return response;
	const { status, statusText, headers, body } = response;
	body.cancel().catch(() => undefined);
	return new Response(null, { status, statusText, headers });
}
