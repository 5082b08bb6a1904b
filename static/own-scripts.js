// The page's policy lets no string become a script (Trusted Types). Workers are started from an address, which is a string too: those
// of the program's own files are let through here, and nothing else is.
self.trustedTypes?.createPolicy('default', {
	createScriptURL(address) {
		const { origin, pathname } = new URL(address, location.href);
		const isOwn = pathname === '/service-worker.js' || pathname.startsWith('/_app/immutable/workers/');
		if (origin === location.origin && isOwn) return address;
		throw new TypeError(`Not a script of this program: ${address}`);
	}
});
