from __future__ import annotations

import pytest

from tumen.archive.media_type import media_type_of, words_for


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        pytest.param(b"Plain words.", "a.txt", "text/plain", id="text"),
        pytest.param(b"Plain words.", "a", "text/plain", id="text without an ending"),
        pytest.param(b"Plain words.", "a.pdf", "text/plain", id="content wins over the ending"),
        pytest.param(b"", "a.txt", "text/plain", id="nothing"),
        pytest.param(b"<!doctype HTML><p>x", "a.txt", "text/html", id="page with another ending"),
        pytest.param(b"\xef\xbb\xbf <HTML><p>", "a", "text/html", id="page behind a mark"),
        pytest.param(b"<!-- a --> <html>", "a", "text/html", id="page behind a comment"),
        pytest.param(b"<?xml version='1.0'?><!DOCTYPE html>", "a", "text/html", id="XHTML"),
        pytest.param("<html>".encode("utf-16"), "a", "text/html", id="page in UTF-16"),
        pytest.param(b"<p>x", "a.htm", "text/html", id="page by its ending"),
        pytest.param(b"He wrote <html> on it.", "a.txt", "text/plain", id="text about pages"),
        pytest.param("words".encode("utf-16"), "a.txt", "text/plain", id="text in UTF-16"),
        pytest.param("한국".encode("cp949"), "a.txt", "text/plain", id="text in a local encoding"),
        pytest.param(b"%PDF-1.7", "a.txt", "application/pdf", id="PDF"),
        pytest.param(b"PK\x03\x04", "a.zip", "application/zip", id="ZIP"),
        pytest.param(b"PK\x03\x04", "a.wacz", "application/wacz", id="web archive"),
        pytest.param(b"WARC/1.1\r\n", "a.warc", "application/warc", id="WARC"),
        pytest.param(b"\x1f\x8b\x08", "a.warc.gz", "application/gzip", id="packed WARC"),
        pytest.param(b"Subject: x\r\n", "a.eml", "message/rfc822", id="mail by its ending"),
        pytest.param(b"Received: from x\r\n", "a.txt", "message/rfc822", id="mail by its head"),
        pytest.param(b"<?xml version='1.0'?><rss>", "a", "application/xml", id="feed"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "a.txt", "image/png", id="picture"),
        pytest.param(b"abc\0def", "a.txt", "application/octet-stream", id="NUL"),
        pytest.param(b"\x01\x02\x03\x04", "a", "application/octet-stream", id="controls"),
    ],
)
def test_a_document_is_known_by_its_content_and_then_by_its_ending(content, name, media_type):
    assert media_type_of(content, name) == media_type


def test_each_kind_has_a_word_for_people():
    assert words_for("application/pdf") == "a PDF"
    assert words_for("video/mp4") == "of the type video/mp4"
