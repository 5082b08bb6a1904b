import { langs } from '$lib/domain/text/lang';
import { loadMessages } from '$lib/i18n/translate';

// Tests speak both languages; a screen loads the one that it shows.
for (const lang of langs) await loadMessages(lang);
