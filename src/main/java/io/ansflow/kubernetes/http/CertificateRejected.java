package io.ansflow.kubernetes.http;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** The server's certificate was not accepted. */
final class CertificateRejected extends CertificateException {
    /** Why. */
    enum Why {
        UNTRUSTED,
        /** Not valid any more or not yet; otherwise it would be trusted. */
        OUTSIDE_VALIDITY,
        /** Neither trusted nor within its validity. */
        UNTRUSTED_AND_OUTSIDE_VALIDITY,
        /** Trusted, but its key, signature or purpose is not acceptable. */
        UNACCEPTABLE
    }

    private final Why why;
    private final transient X509Certificate certificate;

    /** @param certificate the one of the chain that is to blame */
    CertificateRejected(Why why, X509Certificate certificate, CertificateException cause) {
        super(cause.getMessage(), cause);
        this.why = why;
        this.certificate = certificate;
    }

    Why why() {
        return why;
    }

    X509Certificate certificate() {
        return certificate;
    }
}
