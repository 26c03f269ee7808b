import { mountPopup } from './mount-popup';

/* The popup that reads all deals: slow on purpose, for the self-test. */
mountPopup(({ deals }) => deals.toArray());
