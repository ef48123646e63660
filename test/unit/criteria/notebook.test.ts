import { describe, expect, it } from 'vitest';
import { readNotebook, withCell } from '../../../src/criteria/notebook.js';

const notebook = {
  cells: [
    { cell_type: 'markdown', source: ['# title'] },
    { cell_type: 'code', source: ['%matplotlib inline\n', 'x = 1'] },
    { cell_type: 'code', source: 'y = 2' },
  ],
  nbformat: 4,
};

describe('notebook', () => {
  it('gives the source of code cells alone', () => {
    const read = readNotebook(JSON.stringify(notebook));
    expect(read?.cells).toEqual([undefined, '%matplotlib inline\nx = 1', 'y = 2']);
  });

  it.each([0, 1, 4, '\t'])('keeps an indentation of %j and the final newline', (indent) => {
    const text = `${JSON.stringify(notebook, null, indent)}\n`;
    expect(withCell(text, 1, '%matplotlib inline\nx = 1')).toBe(text);
    expect(withCell(text, 1, 'x = 1\nz = 3\n')).toBe(
      text.replace('%matplotlib inline\\n', 'x = 1\\n').replace('"x = 1"', '"z = 3\\n"'),
    );
  });

  it('a source that is one string stays one', () => {
    expect(withCell(JSON.stringify(notebook), 2, 'y = 3')).toBe(
      JSON.stringify(notebook).replace('y = 2', 'y = 3'),
    );
  });

  it('text that is no notebook is none', () => {
    expect(readNotebook('x = 1')).toBeUndefined();
    expect(readNotebook('{"cells": 3}')).toBeUndefined();
  });
});
