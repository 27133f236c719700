// The text of a field that becomes an item of a list.

export class NewText {
  text = $state('');

  /**
   * Adds the text, and empties the field at once, so that the next text can be typed while this one is saved. Text
   * that is refused comes back into the field. Returns whether something was added.
   */
  async take(add: (text: string) => Promise<boolean>): Promise<boolean> {
    const text = this.text.trim();
    if (!text) return false;
    this.text = '';
    if (await add(text)) return true;
    const typedMeanwhile = this.text.trim();
    this.text = typedMeanwhile ? `${text}, ${typedMeanwhile}` : text;
    return false;
  }
}
