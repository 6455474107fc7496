import type { Configuration } from './configuration.ts';

export type ConfigurationHelp = {
  readonly takes: string;
  readonly help: { readonly en: string; readonly zh: string };
};

/** What each key of the configuration file takes and means, for the manual and the readmes. */
export const configurationHelp: Readonly<Record<keyof Configuration, ConfigurationHelp>> = {
  posts: {
    takes: 'DIR',
    help: { en: 'the site when no other is named', zh: '没有指明别的网站时读这里' },
  },
  width: {
    takes: 'N',
    help: {
      en: "cells of the reader's measure, from 20 to 1000; default: 72",
      zh: '正文每行的宽度（格），20 到 1000；默认 72',
    },
  },
  ambiguous: {
    takes: '1|2',
    help: {
      en: 'cells that “ ” … — and the like take in your terminal; default: 1',
      zh: '“ ” … — 等字符在终端里占几格；默认 1',
    },
  },
  lang: {
    takes: 'en|zh',
    help: {
      en: "words of the interface; default: the environment's",
      zh: '界面语言；默认随环境变量',
    },
  },
  paragraphs: {
    takes: 'spaced|indented',
    help: {
      en: 'a blank line between paragraphs, or two cells before each as in Chinese books; default: spaced',
      zh: '段落之间空一行，或者像中文书那样段首空两格；默认 spaced',
    },
  },
  hang: {
    takes: 'true|false',
    help: {
      en: 'whether ， and 。 may stand in the margin; default: false',
      zh: '行末的 ， 和 。 可否悬挂到版心之外；默认 false',
    },
  },
  theme: {
    takes: 'auto|light|dark',
    help: {
      en: "the terminal's background, for colours that can be read on it; default: auto",
      zh: '终端背景的明暗，用来选看得清的颜色；默认 auto',
    },
  },
  keys: {
    takes: '{ACTION: [KEY, …]}',
    help: {
      en: "other keys for the reader's actions, by the names that the manual lists",
      zh: '按动作名改键；动作名见手册（man kanbao）',
    },
  },
  open: {
    takes: 'COMMAND',
    help: {
      en: "what opens addresses, %s standing for the address; default: the system's browser",
      zh: '打开网址的命令，%s 代表网址；默认用系统浏览器',
    },
  },
  mouse: {
    takes: 'true|false',
    help: {
      en: 'whether the reader takes the mouse, or the terminal keeps it to select text; default: true',
      zh: '阅读器是否使用鼠标；设为 false 则留给终端选取文字；默认 true',
    },
  },
  resume: {
    takes: 'true|false',
    help: {
      en: 'whether the reader begins where the last session ended; default: false',
      zh: '启动时是否回到上次的位置；默认 false',
    },
  },
};
