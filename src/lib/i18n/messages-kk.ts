import { audit } from './kk/audit.ts';
import { frame } from './kk/frame.ts';
import { actions } from './kk/actions.ts';
import { common } from './kk/common.ts';
import { applicant } from './kk/applicant.ts';
import { services } from './kk/services.ts';
import { states } from './kk/states.ts';
import { scan } from './kk/scan.ts';
import { errors } from './kk/errors.ts';
import { sync } from './kk/sync.ts';
import { deadlines } from './kk/deadlines.ts';
import { story } from './kk/story.ts';
import { papers } from './kk/papers.ts';
import { accept } from './kk/accept.ts';
import { counter } from './kk/counter.ts';
import { receipt } from './kk/receipt.ts';
import { collect } from './kk/collect.ts';
import { registers } from './kk/registers.ts';
import { arrivals } from './kk/arrivals.ts';
import { handOut } from './kk/hand-out.ts';
import { search } from './kk/search.ts';
import { journal } from './kk/journal.ts';
import { application } from './kk/application.ts';
import { setAside } from './kk/set-aside.ts';
import { signIn } from './kk/sign-in.ts';
import { access } from './kk/access.ts';
import { vouch } from './kk/vouch.ts';
import { work } from './kk/work.ts';
import { outbox } from './kk/outbox.ts';
import { storage } from './kk/storage.ts';
import { scannerTest } from './kk/scanner-test.ts';
import { updates } from './kk/updates.ts';
import { pages } from './kk/pages.ts';
import { bodyDesk } from './kk/body-desk.ts';
import { ledger } from './kk/ledger.ts';
import { control } from './kk/control.ts';
import { calendar } from './kk/calendar.ts';
import { closing } from './kk/closing.ts';
import { examine } from './kk/examine.ts';
import { exchange } from './kk/exchange.ts';
import { resolutions } from './kk/resolutions.ts';
import { signing } from './kk/signing.ts';
import { staffing } from './kk/staffing.ts';
import { registry } from './kk/registry.ts';
import { office } from './kk/office.ts';
import { help } from './kk/help.ts';
import { refusals } from './kk/refusals.ts';
import { regulations } from './kk/regulations.ts';
import { regulationEdit } from './kk/regulation-edit.ts';
import { firstStart } from './kk/first-start.ts';

/** Every Kazakh text of the screens, by area. Placeholders are `{{name}}`; the rules of the language are in SPEC, section W. */
export const messagesKk = {
	frame,
	actions,
	common,
	applicant,
	services,
	states,
	scan,
	errors,
	sync,
	deadlines,
	story,
	papers,
	accept,
	counter,
	receipt,
	collect,
	registers,
	arrivals,
	handOut,
	search,
	journal,
	application,
	setAside,
	signIn,
	access,
	vouch,
	work,
	outbox,
	storage,
	scannerTest,
	updates,
	pages,
	bodyDesk,
	ledger,
	control,
	calendar,
	closing,
	examine,
	exchange,
	resolutions,
	signing,
	staffing,
	registry,
	office,
	audit,
	help,
	refusals,
	regulations,
	regulationEdit,
	firstStart
} as const;
