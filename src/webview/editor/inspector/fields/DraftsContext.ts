import { createContext, useContext } from 'react';
import { createDrafts, type Drafts } from '../model/drafts';

/** One for the page, so that the drafts outlive an inspector that is closed. */
const DraftsContext = createContext<Drafts>(createDrafts());

/** The drafts of all fields. */
export function useDrafts(): Drafts {
  return useContext(DraftsContext);
}
