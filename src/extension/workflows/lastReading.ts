/** The YAML reading of the text that is being typed, which several ask for one after the other. */
import { readYaml, type YamlReading } from '../../model/workflow/readYaml';

export class LastReading {
  #last: { readonly text: string; readonly reading: YamlReading } | undefined;

  /** The reading of a text. Only the last one is kept: it holds many times the memory of its text. */
  of(text: string): YamlReading {
    if (this.#last?.text === text) return this.#last.reading;
    const reading = readYaml(text);
    this.#last = { text, reading };
    return reading;
  }
}
