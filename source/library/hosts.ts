/** Which hosts are the site's own. */

/** A host's name without `www.` and port, in lower case. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

/** Whether a host is the one of the site's configured address. */
export function isOwnHost(host: string, url: string): boolean {
  const own = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
  return own !== undefined && plainHost(own) === plainHost(host);
}
