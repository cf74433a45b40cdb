/**
 * @param {Error} error of a request that failed
 * @param {string} otherwise when the server said nothing, as without a connection
 * @returns {string} the server's own sentence
 */
export function messageOf(error, otherwise) {
    return error?.data?.message || String(otherwise);
}
