/**
 * What people type and what they look for, made comparable.
 *
 * @param {string} text
 * @returns {string} lower case and without accents: "coördinatie" is found by
 *     "coordinatie"
 */
export function plainText(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** @returns {string[]} the words to look for, all of which must be there */
export function searchWords(text) {
    return plainText(text).split(/\s+/).filter(Boolean);
}
