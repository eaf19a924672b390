/** Filters as people set them; with a limit in milliseconds where there is a budget. */

const dayMs = 24 * 60 * 60 * 1_000;

/** @param {{ workflowPath: string, folder: string, author: string, until: number }} vault */
export function questions({ workflowPath, folder, author, until }) {
  const day = (back) => new Date(until - back * dayMs).toISOString();
  const budget = { pageLimit: 1, countLimit: 1 };
  return {
    everything: { ...budget },
    'workflow and status': { ...budget, workflowPaths: [workflowPath], statuses: ['Failed'] },
    'folder and tab': { ...budget, folders: [folder], statuses: ['Completed', 'Partial Success'] },
    author: { ...budget, authors: [author] },
    'author absent': { ...budget, authors: ['nobody'] },
    'project, author and status': { ...budget, projects: ['recon'], authors: ['f'], statuses: ['Error'] },
    'a day half a year ago': { pageLimit: 1, createdFrom: day(181), createdBefore: day(180) },
    'before half a year ago': { pageLimit: 1, createdBefore: day(180) },
    'text that many have': { text: 'port survey' },
    'text that few have': { text: '#1234' },
    'text that none has': { text: 'port survey #99999999' },
    'two characters that none has': { text: 'жж' },
    'text and author': { text: 'nightly', authors: ['f'] },
  };
}
