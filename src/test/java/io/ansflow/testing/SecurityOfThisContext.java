package io.ansflow.testing;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Who is logged in is kept by an object of the application context, which registers it for the whole process. With a test
 * that uses a context again after others were started, that object has to be registered again.
 */
class SecurityOfThisContext implements TestExecutionListener, Ordered {

    /** Before the listener of {@code @WithMockUser}. */
    @Override
    public int getOrder() {
        return 9_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
    }
}
