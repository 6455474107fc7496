import { cleanField } from '../article/sanitise.ts';
import type { Post } from '../library/post.ts';
import type { ReaderData } from './data/data.ts';
import type { Answer, Outside } from './outside.ts';
import type { ReaderEvent } from './reader-state.ts';
import type { Effect } from './state/effect.ts';

export type EffectDoors = {
  /** Takes an event into the state within the key that is being handled. */
  readonly apply: (event: ReaderEvent) => void;
  /** Takes an event into the state later on, and shows what it changed. */
  readonly dispatch: (event: ReaderEvent) => void;
  readonly redraw: () => void;
  /** Ends the reader because of an error. */
  readonly fail: (error: unknown) => void;
  readonly quit: () => void;
};

function reasonOf(error: unknown): string {
  return cleanField(error instanceof Error ? error.message : String(error));
}

/** Makes what the state asks of the world happen. */
export function createEffects(
  data: ReaderData,
  outside: Outside,
  { apply, dispatch, redraw, fail, quit }: EffectDoors,
): (effect: Effect) => void {
  const { messages } = data;
  const say = (text: string): void => {
    if (text !== '') dispatch({ type: 'notice', text });
  };
  const sayNow = (text: string): void => {
    if (text !== '') apply({ type: 'notice', text });
  };
  const later = (answer: Promise<string>): void => {
    answer.then(say, error => say(reasonOf(error)));
  };
  /** `effect` is what a yes does. */
  const asking = (answer: Promise<Answer>, effect: Effect): void => {
    const take = ({ what, notice }: Answer): void => {
      if (what === 'done') say(notice);
      else dispatch({ type: 'ask', question: notice, effect });
    };
    answer.then(take, error => say(reasonOf(error)));
  };
  const copy = async (text: string, notice: string): Promise<string> =>
    (await outside.copy(text)) ? notice : messages.copyFailed;

  const textOf = async (post: Post): Promise<string> => {
    try {
      return await data.text(post);
    } catch (error) {
      throw new Error(messages.failedArticle(reasonOf(error)));
    }
  };

  const copyText = async (post: Post): Promise<string> =>
    copy(await textOf(post), messages.copiedText);

  const write = async (post: Post, file: string, over: boolean): Promise<Answer> =>
    outside.write(file, post, await textOf(post), over);

  const running: AbortController[] = [];

  const pipe = async (post: Post, command: string, stop: AbortSignal): Promise<void> => {
    const text = await textOf(post);
    if (stop.aborted) return say(messages.commandStopped(command));
    const { lines, notice } = await outside.pipe(command, text, stop);
    if (lines.length > 0) {
      const pager = { screen: 'pager', title: `| ${command}`, lines, top: 0, find: '' } as const;
      dispatch({ type: 'show', pager });
    }
    dispatch({ type: 'notice', text: notice });
  };

  const run = async (post: Post, command: string): Promise<void> => {
    const stop = new AbortController();
    running.push(stop);
    apply({ type: 'started', command });
    try {
      await pipe(post, command, stop.signal);
    } catch (error) {
      say(reasonOf(error));
    } finally {
      running.splice(running.indexOf(stop), 1);
      dispatch({ type: 'ended', command });
    }
  };

  return effect => {
    switch (effect.type) {
      case 'quit':
        return quit();
      case 'redraw':
        return redraw();
      case 'suspend':
        outside.suspend().catch(fail);
        return;
      case 'recall': {
        const take = (answers: readonly string[]): void =>
          dispatch({ type: 'answers', ask: 'pipe', answers });
        outside.answers().then(take, () => undefined);
        return;
      }
      case 'undo':
        return sayNow(data.undo());
      case 'mark': {
        const marked = data.mark(effect.kind, effect.post);
        return marked.saved ? undefined : sayNow(marked.message);
      }
      case 'mark-all':
        return sayNow(data.markAll(effect.view));
      case 'browse': {
        const { address, sure = false } = effect;
        return asking(outside.browse(address, sure), { ...effect, sure: true });
      }
      case 'copy':
        return later(copy(effect.text, effect.notice));
      case 'copy-text':
        return later(copyText(effect.post));
      case 'edit': {
        const { post } = effect;
        return later(outside.edit(post).finally(() => data.forget(post)));
      }
      case 'pipe':
        run(effect.post, effect.command).catch(fail);
        return;
      case 'interrupt':
        return running.at(-1)?.abort();
      case 'write': {
        const { post, file, over } = effect;
        return asking(write(post, file, over), { ...effect, over: true });
      }
    }
  };
}
