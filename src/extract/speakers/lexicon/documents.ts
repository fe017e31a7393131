import { wordList } from './word-list.ts';

const DOCUMENTS = wordList(
  'poll polls report reports survey surveys study studies statement article story transcript newspaper data analysis footage ' +
    'document documents email emails e-mail e-mails letter memo tweet tweets book film movie video ad advertisement lawsuit ' +
    'complaint indictment filing filings ruling opinion editorial email record records findings results estimates sources ' +
    'release text speech post website headline caption resolution bill law treaty constitution message messages research',
);

/** Whether a noun is for something written or shown, which tells what is in it: "poll", "report". */
export const isDocument = (noun: string): boolean => DOCUMENTS.has(noun);
