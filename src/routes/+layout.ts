// Every screen is drawn on the device: the server only carries facts, and the same shell opens any deep link offline.
export const ssr = false;
export const prerender = false;
