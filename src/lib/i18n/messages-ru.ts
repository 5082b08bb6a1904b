import { frame } from './ru/frame';
import { actions } from './ru/actions';
import { common } from './ru/common';
import { applicant } from './ru/applicant';
import { services } from './ru/services';
import { states } from './ru/states';
import { scan } from './ru/scan';
import { errors } from './ru/errors';
import { sync } from './ru/sync';
import { deadlines } from './ru/deadlines';
import { story } from './ru/story';
import { papers } from './ru/papers';
import { accept } from './ru/accept';
import { counter } from './ru/counter';
import { receipt } from './ru/receipt';
import { collect } from './ru/collect';
import { registers } from './ru/registers';
import { arrivals } from './ru/arrivals';
import { handOut } from './ru/hand-out';
import { search } from './ru/search';
import { journal } from './ru/journal';
import { application } from './ru/application';
import { setAside } from './ru/set-aside';
import { signIn } from './ru/sign-in';
import { work } from './ru/work';
import { outbox } from './ru/outbox';
import { storage } from './ru/storage';
import { scannerTest } from './ru/scanner-test';
import { updates } from './ru/updates';
import { pages } from './ru/pages';
import { bodyDesk } from './ru/body-desk';
import { ledger } from './ru/ledger';
import { control } from './ru/control';
import { calendar } from './ru/calendar';
import { closing } from './ru/closing';
import { examine } from './ru/examine';
import { resolutions } from './ru/resolutions';
import { signing } from './ru/signing';
import { staffing } from './ru/staffing';
import { help } from './ru/help';
import { refusals } from './ru/refusals';
import { regulations } from './ru/regulations';
import { regulationEdit } from './ru/regulation-edit';

/** Every Russian text of the screens, by area. Placeholders are `{{name}}`; the rules of the language are in SPEC, section W. */
export const messagesRu = {
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
	resolutions,
	signing,
	staffing,
	help,
	refusals,
	regulations,
	regulationEdit
} as const;
